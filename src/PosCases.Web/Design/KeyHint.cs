namespace PosCases.Web.Design;

/// <summary>A key of the worklist or another screen.</summary>
/// <param name="Keys">As printed on it: "j", "Ctrl+K".</param>
/// <param name="Meaning">What it does.</param>
public sealed record KeyHint(string Keys, string Meaning);

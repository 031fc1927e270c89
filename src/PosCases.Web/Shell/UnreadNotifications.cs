namespace PosCases.Web.Shell;

/// <summary>What the bell in the layouts shows; provided as a root-level cascading value.</summary>
/// <param name="Count">Of the signed-in person.</param>
public sealed record UnreadNotifications(int Count);

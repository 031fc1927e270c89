namespace PosCases.Web.Design;

/// <summary>One link of <see cref="Tabs"/>.</summary>
/// <param name="Href">Where it leads; a tab is a deep link.</param>
/// <param name="Text">Its word.</param>
/// <param name="Current">Whether this is the one shown.</param>
/// <param name="Count">Shown as a pill when above zero.</param>
/// <param name="Tone">Of the pill: Danger for overdue, else quiet.</param>
public sealed record Tab(string Href, string Text, bool Current = false, int? Count = null, Tone Tone = Tone.Quiet);

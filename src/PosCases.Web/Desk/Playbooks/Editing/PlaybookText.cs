namespace PosCases.Web.Desk.Playbooks.Editing;

/// <summary>Names the texts of writing playbooks: PlaybookText.zh-CN.resx and PlaybookText.en.resx.</summary>
public sealed class PlaybookText;

namespace PosCases.Web.Cases.Notices;

/// <summary>Names the texts of reminders: ReminderText.zh-CN.resx and ReminderText.en.resx.</summary>
public sealed class ReminderText;

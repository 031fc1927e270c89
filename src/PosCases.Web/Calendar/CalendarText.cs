namespace PosCases.Web.Calendar;

/// <summary>Names the texts of the calendar: CalendarText.zh-CN.resx and CalendarText.en.resx.</summary>
public sealed class CalendarText;

namespace PosCases.Web.Incidents;

/// <summary>Names the texts of incidents: IncidentText.zh-CN.resx and IncidentText.en.resx.</summary>
public sealed class IncidentText;

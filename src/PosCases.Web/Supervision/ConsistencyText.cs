namespace PosCases.Web.Supervision;

/// <summary>Names the texts of decision consistency: ConsistencyText.zh-CN.resx and ConsistencyText.en.resx.</summary>
public sealed class ConsistencyText;

namespace PosCases.Web.Knowledge.Training;

/// <summary>Names the texts of training records: TrainingText.zh-CN.resx and TrainingText.en.resx.</summary>
public sealed class TrainingText;

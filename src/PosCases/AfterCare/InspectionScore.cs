namespace PosCases.AfterCare;

/// <summary>How a score is said in words; none of them blames.</summary>
public enum CareGrade
{
    /// <summary>做得很稳: 90 and more.</summary>
    Steady,

    /// <summary>大体到位: 70 to 89.</summary>
    Mostly,

    /// <summary>有几处要补: 50 to 69.</summary>
    Gaps,

    /// <summary>从要紧的做起: below 50.</summary>
    Begin,
}

/// <summary>What a group adds to the score.</summary>
/// <param name="Group">Code of the group.</param>
/// <param name="Earned">Half points earned: the weight twice for "yes", once for "partly".</param>
/// <param name="Possible">Half points that the answered questions could have brought.</param>
public sealed record ScoreLine(string Group, int Earned, int Possible);

/// <summary>
/// The score of a self-inspection, 0 to 100: of the points that the questions could bring, those that were earned, rounded to a whole number. "Yes"
/// earns the weight, "partly" half of it, "no" nothing; what does not apply, and what is not answered yet, is left out of both sums.
/// </summary>
public sealed record InspectionScore
{
    private InspectionScore(IReadOnlyList<ScoreLine> lines) => Lines = lines;

    /// <summary>Group by group, those left out wholly too.</summary>
    public IReadOnlyList<ScoreLine> Lines { get; }

    /// <summary>Points earned, in halves.</summary>
    public decimal Earned => Lines.Sum(l => l.Earned) / 2m;

    /// <summary>Points possible.</summary>
    public decimal Possible => Lines.Sum(l => l.Possible) / 2m;

    /// <summary>The score; none where nothing applies.</summary>
    public int? Value => Possible == 0 ? null : (int)decimal.Round(Earned / Possible * 100m, MidpointRounding.AwayFromZero);

    /// <summary>Adds it up.</summary>
    public static InspectionScore Of(Questionnaire questionnaire, IReadOnlyDictionary<string, InspectionAnswer> answers) => new(
        [.. questionnaire.Groups.Select(group =>
        {
            var counted = questionnaire.Of(group.Code)
                .Where(q => answers.TryGetValue(q.Code, out var answer) && answer != InspectionAnswer.NotApplicable).ToList();
            return new ScoreLine(group.Code, counted.Sum(q => q.Weight * HalvesOf(answers[q.Code])), counted.Sum(q => q.Weight * 2));
        })]);

    /// <summary>The words for a score.</summary>
    public static CareGrade GradeOf(int score) => score switch
    {
        >= 90 => CareGrade.Steady,
        >= 70 => CareGrade.Mostly,
        >= 50 => CareGrade.Gaps,
        _ => CareGrade.Begin,
    };

    private static int HalvesOf(InspectionAnswer answer) => answer switch
    {
        InspectionAnswer.Yes => 2,
        InspectionAnswer.Partly => 1,
        _ => 0,
    };
}

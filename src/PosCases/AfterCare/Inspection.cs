using PosCases.Cases;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>Identifies a self-inspection.</summary>
public readonly record struct InspectionId(Guid Value) : ITypedId<InspectionId>
{
    /// <inheritdoc/>
    public static InspectionId Of(Guid value) => new(value);
}

/// <summary>A questionnaire that a merchant fills in about his own shop, saved as he goes. Once finished it does not change.</summary>
public sealed class Inspection
{
    private Inspection()
    {
    }

    /// <summary>Id.</summary>
    public InspectionId Id { get; private init; }

    /// <summary>The case from whose after-care it comes.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Whose shop.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>Version of the questionnaire.</summary>
    public int QuestionnaireVersion { get; private init; }

    /// <summary>Begun by.</summary>
    public string StartedByName { get; private init; } = "";

    /// <summary>Begun at.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>Saved last.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Answers by the code of the question.</summary>
    public IReadOnlyDictionary<string, InspectionAnswer> Answers { get; private set; } = new Dictionary<string, InspectionAnswer>(StringComparer.Ordinal);

    /// <summary>Finished by.</summary>
    public string? DoneByName { get; private set; }

    /// <summary>Finished at; none while it is filled in.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>The score, 0 to 100; none while it is filled in, or where nothing applied.</summary>
    public int? Score { get; private set; }

    /// <summary>The questions.</summary>
    public Questionnaire Questionnaire => QuestionnaireLibrary.Of(QuestionnaireVersion);

    /// <summary>Questions without an answer, in their order.</summary>
    public IReadOnlyList<Question> Unanswered => [.. Questionnaire.Questions.Where(q => !Answers.ContainsKey(q.Code))];

    /// <summary>Open points: questions answered "no" or "partly", the weightiest first.</summary>
    public IReadOnlyList<Question> Findings =>
        [.. Questionnaire.Questions.Where(q => Answers.TryGetValue(q.Code, out var answer) && answer is InspectionAnswer.No or InspectionAnswer.Partly)
            .OrderByDescending(q => q.Weight)];

    internal static Inspection Start(CarePlan plan, Actor by, DateTimeOffset at) => new()
    {
        Id = new InspectionId(Guid.NewGuid()),
        CaseId = plan.CaseId,
        MerchantId = plan.MerchantId,
        QuestionnaireVersion = QuestionnaireLibrary.Current.Version,
        StartedByName = by.Name,
        StartedAt = at,
        SavedAt = at,
    };

    /// <summary>Keeps answers; those to other questions stay.</summary>
    public Result Save(IReadOnlyDictionary<string, InspectionAnswer> answers, DateTimeOffset at)
    {
        if (DoneAt is not null)
        {
            return new CareRefused(CareRefusal.InspectionDone);
        }

        var all = new Dictionary<string, InspectionAnswer>(Answers, StringComparer.Ordinal);
        foreach (var (code, answer) in answers.Where(a => Questionnaire.Find(a.Key) is not null))
        {
            all[code] = answer;
        }

        (Answers, SavedAt) = (all, at);
        return Result.Ok;
    }

    /// <summary>Finishes it; every question must have an answer.</summary>
    public Result Finish(Actor by, DateTimeOffset at)
    {
        if (DoneAt is not null)
        {
            return new CareRefused(CareRefusal.InspectionDone);
        }

        if (Unanswered.Count > 0)
        {
            return new InspectionUnanswered(Unanswered.Count);
        }

        (DoneByName, DoneAt, SavedAt, Score) = (by.Name, at, at, InspectionScore.Of(Questionnaire, Answers).Value);
        return Result.Ok;
    }
}

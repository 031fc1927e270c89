using System.Text.RegularExpressions;
using PosCases.Cases.Evidence;
using PosCases.Cases.Plan;
using PosCases.Cases.Verification;
using PosCases.Platform;

namespace PosCases.Playbooks.Editing;

/// <summary>What a document must keep to be published. The shipped library keeps it too.</summary>
public static partial class PlaybookCheck
{
    /// <summary>Longest title of playbooks and steps, in characters, as the database keeps them.</summary>
    public const int LongestTitle = 200;

    /// <summary>Longest summary or guidance, in characters.</summary>
    public const int LongestGuidance = 2000;

    /// <summary>Longest reason for a paper, in characters.</summary>
    public const int LongestWhy = 500;

    /// <summary>The faults of a document, in the order in which one reads it; none when it may be published.</summary>
    public static IReadOnlyList<PlaybookFault> FaultsOf(PlaybookDocument document) =>
    [
        .. Head(document),
        .. document.Steps.SelectMany((step, i) => StepFaults(document, step, $"steps[{i}]")),
        .. Repeated(document.Steps.Select(s => s.Code), "steps"),
        .. document.Evidence.SelectMany((paper, i) => PaperFaults(paper, $"evidence[{i}]")),
    ];

    private static IEnumerable<PlaybookFault> Head(PlaybookDocument document)
    {
        if (!KebabCase().IsMatch(document.Code) || document.Code.Length > 60)
        {
            yield return new("code", "Code");
        }

        foreach (var fault in Both(document.Title, "title", LongestTitle).Concat(Both(document.Summary, "summary", LongestGuidance)))
        {
            yield return fault;
        }

        if (document.Trigger == PlaybookTrigger.Cause && document.Causes.Count + document.Measures.Count == 0)
        {
            yield return new("causes", "NothingServed");
        }

        foreach (var cause in document.Causes.Where(c => !CauseCode.Exists(c)))
        {
            yield return new("causes", "UnknownCause", cause);
        }

        foreach (var route in document.Routes.Where(r => !RouteCode().IsMatch(r)))
        {
            yield return new("routes", "UnknownRoute", route);
        }

        if (document.Steps.Count == 0)
        {
            yield return new("steps", "NoSteps");
        }
        else if (!document.Steps.Any(s => s is { Mandatory: true, Role: StepRole.Agent }))
        {
            yield return new("steps", "NothingMandatory");
        }
    }

    private static IEnumerable<PlaybookFault> StepFaults(PlaybookDocument document, PlaybookDocument.Step step, string at)
    {
        if (!KebabCase().IsMatch(step.Code) || step.Code.Length > 60)
        {
            yield return new($"{at}.code", "Code");
        }

        foreach (var fault in Both(step.Title, $"{at}.title", LongestTitle).Concat(Both(step.Guidance, $"{at}.guidance", LongestGuidance)))
        {
            yield return fault;
        }

        if (!step.Sources.Any(s => !string.IsNullOrWhiteSpace(s)))
        {
            yield return new($"{at}.sources", "NoSource");
        }

        foreach (var paper in step.Evidence.Where(e => !EvidenceCode.Exists(e)))
        {
            yield return new($"{at}.evidence", "UnknownPaper", paper);
        }

        if (step.EndsWith is not null && (step.Role != StepRole.Agent || step.Decision is not null))
        {
            yield return new($"{at}.endsWith", "EndsWith");
        }

        if (step.Deadline is { } deadline)
        {
            foreach (var fault in DeadlineFaults(deadline, $"{at}.deadline"))
            {
                yield return fault;
            }
        }

        if (step.Decision is { } decision)
        {
            foreach (var fault in DecisionFaults(document, decision, $"{at}.decision"))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<PlaybookFault> DeadlineFaults(StepDeadline deadline, string at)
    {
        if (deadline.Amount < 1)
        {
            yield return new($"{at}.amount", "Amount");
        }

        if (string.IsNullOrWhiteSpace(deadline.Source) || (deadline.Source == StepDeadline.Ours) != (deadline.Label == SourceLabel.Ours))
        {
            yield return new($"{at}.source", "DeadlineSource");
        }

        if (deadline.Label != SourceLabel.Ours && deadline.From is (DeadlineStart.CaseFiled or DeadlineStart.StageStart or DeadlineStart.StepStart))
        {
            yield return new($"{at}.from", "DeadlineStart");
        }

        foreach (var fault in Both(deadline.Basis, $"{at}.basis", LongestWhy))
        {
            yield return fault;
        }
    }

    private static IEnumerable<PlaybookFault> DecisionFaults(PlaybookDocument document, StepDecision decision, string at)
    {
        foreach (var fault in Both(decision.Question, $"{at}.question", LongestTitle))
        {
            yield return fault;
        }

        if (decision.Options.Count < 2)
        {
            yield return new($"{at}.options", "TooFewOptions");
        }

        foreach (var fault in Repeated(decision.Options.Select(o => o.Code), $"{at}.options"))
        {
            yield return fault;
        }

        for (var i = 0; i < decision.Options.Count; i++)
        {
            var option = decision.Options[i];
            foreach (var fault in Both(option.Label, $"{at}.options[{i}].label", LongestTitle))
            {
                yield return fault;
            }

            foreach (var fault in option.Note is { } note ? Both(note, $"{at}.options[{i}].note", LongestGuidance) : [])
            {
                yield return fault;
            }

            foreach (var step in option.Opens.Where(code => !document.Steps.Any(s => s.Code == code)))
            {
                yield return new($"{at}.options[{i}].opens", "UnknownStep", step);
            }
        }
    }

    private static IEnumerable<PlaybookFault> PaperFaults(PlaybookDocument.Paper paper, string at)
    {
        foreach (var code in paper.Codes.Where(c => !EvidenceCode.Exists(c)))
        {
            yield return new($"{at}.codes", "UnknownPaper", code);
        }

        var fits = paper.Level switch
        {
            RequirementLevel.Required => paper.Codes.Count == 1,
            RequirementLevel.OneOf => paper.Codes.Count > 1,
            RequirementLevel.Optional => paper.Codes.Count > 0,
        };
        if (!fits)
        {
            yield return new($"{at}.codes", "LevelAndCodes");
        }

        foreach (var fault in Both(paper.Why, $"{at}.why", LongestWhy))
        {
            yield return fault;
        }
    }

    private static IEnumerable<PlaybookFault> Both(Bilingual text, string at, int longest)
    {
        foreach (var (language, said) in new[] { ("zh", text.Zh), ("en", text.En) })
        {
            if (string.IsNullOrWhiteSpace(said))
            {
                yield return new($"{at}.{language}", "Empty");
            }
            else if (said.Length > longest)
            {
                yield return new($"{at}.{language}", "TooLong", longest);
            }
            else if (Coaching.Find(said) is [var phrase, ..])
            {
                yield return new($"{at}.{language}", "Coaching", phrase);
            }
        }
    }

    private static IEnumerable<PlaybookFault> Repeated(IEnumerable<string> codes, string at) =>
        codes.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => new PlaybookFault(at, "Repeated", g.Key));

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex KebabCase();

    [GeneratedRegex(@"^RT(1[0-5]|[1-9])\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RouteCode();
}

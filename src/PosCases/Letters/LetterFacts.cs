using PosCases.Cases;
using PosCases.Cases.Causes;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Measures;
using PosCases.Cases.Plan;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform;

namespace PosCases.Letters;

/// <summary>What a case knows that a letter may say. Private numbers stand in it no further than their last digits.</summary>
/// <param name="Case">The case with measures, causes, papers, institutions and rounds.</param>
/// <param name="Merchant">Its merchant with numbers, terminals, contacts and accounts.</param>
/// <param name="Institutions">Names of the institutions on the case.</param>
/// <param name="Today">The day; Shanghai's.</param>
internal sealed record LetterFacts(Case Case, Merchant Merchant, IReadOnlyDictionary<InstitutionId, string> Institutions, DateOnly Today)
{
    /// <summary>The disputed transactions that a reply is about.</summary>
    public IReadOnlyList<LetterDispute> Disputes { get; init; } = [];

    /// <summary>Measures that have not ended, oldest first.</summary>
    public IReadOnlyList<Measure> Open { get; } = [.. Case.Measures.Where(m => m.LiftedAt is null).OrderBy(m => m.RecordedAt)];

    /// <summary>Causes that were not taken back.</summary>
    public IReadOnlyList<CaseCause> Causes { get; } = [.. Case.Causes.Where(c => c.RemovedAt is null)];

    /// <summary>Causes that the case takes as certain.</summary>
    public IEnumerable<CaseCause> Confirmed => Causes.Where(c => c.Confidence == Confidence.High);

    /// <summary>Whether a cause may make the merchant liable.</summary>
    public bool MayBeLiable => Causes.Any(c => CauseLibrary.Find(c.Code)?.Is(CauseTrait.LegalExposure) == true);

    /// <summary>Whether the case's playbooks have a supervisor look at what goes out, by a step that closing needs.</summary>
    public bool PlanWantsReview => Case.Steps.Any(s =>
        s is { Role: StepRole.Supervisor, Mandatory: true, Stage: CaseStatus.EvidenceCollection or CaseStatus.BankCommunication });

    /// <summary>Whether a supervisor must approve a letter of this template before it is final.</summary>
    public bool NeedsApproval(LetterTemplate template) => template.Approval switch
    {
        ApprovalNeed.Always => true,
        ApprovalNeed.WhenLiable => MayBeLiable || PlanWantsReview,
        ApprovalNeed.Never => PlanWantsReview && template.Audience is (LetterAudience.Institution or LetterAudience.Authority),
    };

    /// <summary>The open measures that a table is about.</summary>
    public IEnumerable<Measure> For(SectionSource source) => source switch
    {
        SectionSource.LiftableMeasures => Open.Where(m => !MeasureAuthority.Ordered(m.Kind, m.ImposedBy)),
        SectionSource.AuthorityMeasures => Open.Where(m => MeasureAuthority.Ordered(m.Kind, m.ImposedBy)),
        _ => Open,
    };

    /// <summary>Whether the template is one for this case.</summary>
    public bool Suits(LetterTemplate template)
    {
        var fits = template.Fits;
        return (fits.Imposers.Count == 0 || Open.Any(m => fits.Imposers.Contains(m.ImposedBy)))
            && (fits.Causes.Count == 0 || Causes.Any(c => fits.Causes.Contains(GroupOf(c.Code))))
            && (fits.Stages.Count == 0 || fits.Stages.Contains(Case.Status))
            && (fits.Authority is not { } authority || For(authority ? SectionSource.AuthorityMeasures : SectionSource.LiftableMeasures).Any())
            && (!fits.AfterRound || Case.Rounds.Count > 0);
    }

    /// <summary>The confirmed cause that makes a part untrue; none when nothing does.</summary>
    public CaseCause? Contradicts(IReadOnlyList<string> causes) => Confirmed.FirstOrDefault(c => causes.Contains(c.Code) || causes.Contains(GroupOf(c.Code)));

    /// <summary>What the case knows for a place; none when it does not.</summary>
    public string? Value(string field, LetterTemplate template, LetterLanguage language)
    {
        var words = LetterLibrary.Words;
        var measure = MeasureOf(template);
        return field switch
        {
            "merchant.name" => Merchant.Name,
            "merchant.kind" => words.MerchantKinds[Merchant.Kind.ToString()].In(language),
            "merchant.code" => Merchant.UnifiedCreditCode,
            "merchant.address" => Merchant.Address ?? Merchant.Region,
            "merchant.number" => (Merchant.Numbers.FirstOrDefault(n => n.EndedAt is null && n.AcquirerId == measure?.InstitutionId) ?? Merchant.Numbers.FirstOrDefault(n => n.EndedAt is null))?.Value,
            "merchant.legalRep" => Merchant.Contacts.FirstOrDefault(c => c.EndedAt is null && c.Role is { } role && words.LegalRep.Any(r => role.Contains(r, StringComparison.OrdinalIgnoreCase)))?.Name,
            "merchant.terminal" => measure?.TerminalNumber ?? Merchant.Terminals.FirstOrDefault(t => t.EndedAt is null)?.Number,
            "case.number" => Case.Number,
            "case.amount" => Case.Amount is { } amount ? LetterWords.Money(amount) : null,
            "case.reason" => Case.Told.ReasonText,
            "case.causes" => Join(Causes.Select(c => CauseLibrary.Find(c.Code)?.Name.In(language) ?? c.Code), language),
            "today" => words.Day(Today, language),
            "measure.kind" => measure is null ? null : words.Measures[measure.Kind.ToString()].In(language),
            "measure.since" => measure?.Since is { } since ? words.Day(since, language) : null,
            "measure.amount" => measure?.Amount is { } held ? LetterWords.Money(held) : null,
            "measure.account" => TailOf(measure) is { } tail ? words.Say("accountTail", language, tail) : null,
            "measure.document" => measure?.DocumentNumber,
            "measure.basis" => measure?.Basis,
            "measure.expectedEnd" => measure?.ExpectedEnd is { } end ? words.Day(end, language) : null,
            "measure.abilities" => Join((measure?.AbilitiesOff ?? []).Select(a => words.Abilities[a.ToString()].In(language)), language),
            "imposer.name" => ImposerOf(measure, language),
            "imposer.unit" => measure?.OrderedBy?.Name ?? ImposerOf(measure, language),
            "bank.name" => (Merchant.Accounts.FirstOrDefault(a => a.EndedAt is null && a.LastFour == measure?.AccountTail) ?? Merchant.Accounts.FirstOrDefault(a => a.EndedAt is null))?.BankName,
            "institution.name" => AddressedOf(measure),
            "round.sentOn" => LastRound is { } sent ? words.Day(ShanghaiTime.DateOf(sent.SentAt), language) : null,
            "retrieval.due" => LetterDisputes.Due(Disputes, language),
            "round.missing" => Join((LastRound?.Missing ?? []).Select(code => words.Papers.GetValueOrDefault(code)?.In(language) ?? code), language),
            _ => null,
        };
    }

    /// <summary>The rows of a table, head first.</summary>
    public IEnumerable<string> Rows(SectionSource source, LetterLanguage language)
    {
        var words = LetterLibrary.Words;
        var name = source switch { SectionSource.Papers => "papers", SectionSource.Transactions => "disputes", _ => "measures" };
        yield return string.Join(" | ", words.Heads[name].Select(c => language == LetterLanguage.English ? c.En : c.Zh));
        foreach (var row in source switch
        {
            SectionSource.Papers => PaperRows(language),
            SectionSource.Transactions => LetterDisputes.Rows(Disputes, language),
            _ => For(source).Select(m => MeasureRow(m, language)),
        })
        {
            yield return row;
        }
    }

    private SubmissionRound? LastRound => Case.Rounds.MaxBy(r => r.Number);

    private IEnumerable<string> PaperRows(LetterLanguage language) => Case.Evidence
        .Where(i => i.Status == EvidenceStatus.Accepted)
        .GroupBy(i => i.Code, StringComparer.Ordinal)
        .Select(g => $"{Cell(LetterLibrary.Words.Papers.GetValueOrDefault(g.Key)?.In(language) ?? g.Key)} | {LetterLibrary.Words.Say("copies", language, g.Count())}");

    private string MeasureRow(Measure measure, LetterLanguage language)
    {
        var words = LetterLibrary.Words;
        var unknown = words.Words["unknown"].In(language);
        return string.Join(" | ",
            words.Measures[measure.Kind.ToString()].In(language),
            Cell(ImposerOf(measure, language) ?? unknown),
            measure.Since is { } since ? words.Day(since, language) : unknown,
            measure.Amount is { } amount ? amount.ToString("#,##0.00", System.Globalization.CultureInfo.InvariantCulture) : unknown,
            Cell(measure.DocumentNumber ?? unknown));
    }

    private Measure? MeasureOf(LetterTemplate template)
    {
        var source = template.Sections.Select(s => s.Source).FirstOrDefault(s => s is SectionSource.LiftableMeasures or SectionSource.AuthorityMeasures) ?? SectionSource.Measures;
        var about = For(source).ToList();
        return about.Find(m => template.Fits.Imposers.Contains(m.ImposedBy)) ?? about.FirstOrDefault();
    }

    private string? ImposerOf(Measure? measure, LetterLanguage language) =>
        measure is null ? null
        : measure.OrderedBy?.Name
        ?? (measure.InstitutionId is { } id ? Institutions.GetValueOrDefault(id) : null)
        ?? measure.InstitutionName
        ?? (measure.ImposedBy is Cases.Filing.ImposedBy.Unknown or Cases.Filing.ImposedBy.Other ? null : LetterLibrary.Words.Imposers[measure.ImposedBy.ToString()].In(language));

    private string? AddressedOf(Measure? measure) =>
        (measure?.InstitutionId is { } id ? Institutions.GetValueOrDefault(id) : null)
        ?? measure?.InstitutionName
        ?? (Case.Parties.Count == 1 ? Institutions.GetValueOrDefault(Case.Parties[0].InstitutionId) : null);

    private string? TailOf(Measure? measure) => measure?.AccountTail ?? Merchant.Accounts.FirstOrDefault(a => a.EndedAt is null)?.LastFour;

    private static string? Join(IEnumerable<string> parts, LetterLanguage language) =>
        string.Join(LetterLibrary.Words.Words["comma"].In(language), parts) is { Length: > 0 } joined ? joined : null;

    // A bar would begin another cell.
    private static string Cell(string text) => text.Replace('|', '/').ReplaceLineEndings(" ");

    private static string GroupOf(string cause) => CauseLibrary.Find(cause)?.Group ?? cause;
}

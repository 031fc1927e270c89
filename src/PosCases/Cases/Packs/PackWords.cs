using PosCases.Audit;
using PosCases.Cases.Conversation;
using PosCases.Cases.Evidence.Custody;
using PosCases.Institutions;
using PosCases.Platform.Documents;

namespace PosCases.Cases.Packs;

/// <summary>What is known when a pack is put together.</summary>
/// <param name="Pack">The pack that was asked for.</param>
/// <param name="Case">The case with all its parts.</param>
/// <param name="Merchant">Name of the merchant.</param>
/// <param name="Addressee">Name of the institution it goes to; none for a dossier.</param>
/// <param name="MadeAt">Now.</param>
/// <param name="Entries">The papers, as far as they are known: pages come last.</param>
public sealed record PackFacts(
    CasePack Pack, Case Case, string Merchant, string? Addressee, DateTimeOffset MadeAt, IReadOnlyList<PackEntry> Entries)
{
    /// <summary>The letter that covers it; none where words do.</summary>
    public CoverPaper? Letter { get; init; }

    /// <summary>For a dossier, what else happened; none for a pack.</summary>
    public DossierFacts? Dossier { get; init; }
}

/// <summary>What a dossier tells beside the case itself.</summary>
/// <param name="Institutions">Names of the institutions.</param>
/// <param name="Events">What happened.</param>
/// <param name="Messages">What was written between merchant and desk.</param>
/// <param name="Custody">What happened to the papers.</param>
/// <param name="Audit">Who did what on the case, and with which result.</param>
/// <param name="AuditNames">Names of the persons in the audit extract.</param>
public sealed record DossierFacts(
    IReadOnlyDictionary<InstitutionId, string> Institutions,
    IReadOnlyList<CaseEvent> Events,
    IReadOnlyList<CaseMessage> Messages,
    IReadOnlyList<CustodyEntry> Custody,
    IReadOnlyList<AuditEntry> Audit,
    IReadOnlyDictionary<Guid, string> AuditNames);

/// <summary>The words of packs; the screens have the words, so they implement it.</summary>
public interface IPackWords
{
    /// <summary>What stands before the papers: cover letter and index, or the whole dossier.</summary>
    /// <param name="facts">What is known.</param>
    PrintDocument Front(PackFacts facts);

    /// <summary>A line for the head of a page, e.g. "Paper 3, page 12 of 45".</summary>
    string Stamp(PackFacts facts, PackEntry? entry, int page, int pages);

    /// <summary>How to check the pack, as a text beside it.</summary>
    string ReadMe(PackFacts facts);

    /// <summary>Name of a kind of paper, in the language of the pack.</summary>
    string NameOf(CasePack pack, string code);
}

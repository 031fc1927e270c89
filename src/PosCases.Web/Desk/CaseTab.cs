namespace PosCases.Web.Desk;

/// <summary>The parts of the case page, as its address names them.</summary>
public enum CaseTab
{
    /// <summary>What the merchant told, the verification, the freeze record, the causes.</summary>
    Overview,

    /// <summary>The measures with their terms, their check, the list of risks.</summary>
    Measure,

    /// <summary>Papers.</summary>
    Evidence,

    /// <summary>Talks with institutions.</summary>
    Communication,

    /// <summary>The ledger.</summary>
    Money,

    /// <summary>Letters of the case.</summary>
    Letters,

    /// <summary>Remedy routes and what was filed on them.</summary>
    Remedies,

    /// <summary>Proposed outcomes and their reviews.</summary>
    Outcome,

    /// <summary>What keeps it from happening again: plan, tasks, look-backs.</summary>
    Prevention,

    /// <summary>Linked and similar cases.</summary>
    Links,

    /// <summary>What happened.</summary>
    Record,
}

/// <summary>Addresses within a case.</summary>
public static class CaseAddress
{
    /// <summary>The case, at one of its tabs.</summary>
    public static string Of(string number, CaseTab tab = CaseTab.Overview) =>
        tab == CaseTab.Overview ? $"/desk/cases/{number}" : $"/desk/cases/{number}?tab={$"{tab}".ToLowerInvariant()}";

    /// <summary>A paper in the reviewer.</summary>
    public static string OfPaper(string number, Guid item) => $"/desk/cases/{number}/papers?item={item}";

    /// <summary>The reviewer of papers, at the first that waits.</summary>
    public static string OfPapers(string number) => $"/desk/cases/{number}/papers";

    /// <summary>Where a redacted copy of a paper is made.</summary>
    public static string OfRedaction(string number, Guid item) => $"/desk/cases/{number}/papers/redact?item={item}";

    /// <summary>The bytes of a paper, to be seen or saved.</summary>
    public static string OfBytes(Guid item, bool view) => view ? $"/evidence/{item}?view=1" : $"/evidence/{item}";

    /// <summary>The tab that an address names; the first one otherwise.</summary>
    public static CaseTab TabOf(string? text) => Enum.TryParse<CaseTab>(text, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : CaseTab.Overview;
}

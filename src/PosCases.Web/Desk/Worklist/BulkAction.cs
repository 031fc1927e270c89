using PosCases.Cases;
using PosCases.Cases.Worklist;

namespace PosCases.Web.Desk.Worklist;

/// <summary>What can be done to many cases at once; each case gets a command of its own.</summary>
public enum BulkAction
{
    /// <summary>Take up.</summary>
    Claim,

    /// <summary>Give to somebody.</summary>
    Assign,

    /// <summary>Pause until a date.</summary>
    Wait,

    /// <summary>Keep an internal note.</summary>
    Note,

    /// <summary>Put under a word, or take off it.</summary>
    Tag,

    /// <summary>Close as a duplicate of one other case.</summary>
    MarkDuplicate,
}

/// <summary>To which cases an action applies, and how it looks.</summary>
public static class BulkActions
{
    /// <summary>Whether the reader of the row may do it to this case as it stands; the core's answer.</summary>
    public static bool Fits(this BulkAction action, CaseSummary row) => action switch
    {
        BulkAction.Claim => row.Allows(CaseAction.StartVerification),
        BulkAction.Assign => row.MayBeAssigned,
        BulkAction.Wait => row.Allows(CaseAction.Wait),
        BulkAction.Note or BulkAction.Tag => row.Is(Doer.Desk),
        BulkAction.MarkDuplicate => row.Allows(CaseAction.MarkDuplicate),
    };

    /// <summary>From Design/icons.txt.</summary>
    public static string Icon(this BulkAction action) => action switch
    {
        BulkAction.Claim => "user-check",
        BulkAction.Assign => "user-plus",
        BulkAction.Wait => "player-pause",
        BulkAction.Note => "edit",
        BulkAction.Tag => "tag",
        BulkAction.MarkDuplicate => "copy",
    };
}

using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace PosCases.Platform.Security;

/// <summary>What an access token is good for. It narrows the rights of its person and never widens them.</summary>
[Flags]
[SuppressMessage("Naming", "CA2217", Justification = "Any names the three together.")]
public enum TokenScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>To ask: every query that the person may send.</summary>
    Read = 1,

    /// <summary>To change: every command on cases that the person may send, papers apart.</summary>
    Write = 2,

    /// <summary>To hand papers in and to fetch them.</summary>
    Evidence = 4,

    /// <summary>Whichever.</summary>
    Any = Read | Write | Evidence,
}

/// <summary>The rights that a token may carry at all, and what a message asks of it.</summary>
public static class TokenRights
{
    // Neither accounts nor people, directories nor playbooks: a lost token must not become a lost house.
    private static readonly FrozenSet<Permission> Reachable = new[]
    {
        Permission.FileCases, Permission.ViewCases, Permission.Converse, Permission.SubmitEvidence, Permission.WithdrawCases, Permission.RateCases,
        Permission.WorkCases, Permission.ReviewCases, Permission.ViewMerchants, Permission.ViewInstitutions, Permission.ViewRules, Permission.ExportCases,
    }.ToFrozenSet();

    /// <summary>Whether a token may carry the right, if its person has it.</summary>
    public static bool MayCarry(Permission permission) => Reachable.Contains(permission);

    /// <summary>The scope that a message asks for: its own, or by what it is.</summary>
    /// <param name="requires">What the message says.</param>
    /// <param name="changes">Whether it is a command.</param>
    public static TokenScopes NeededBy(RequiresAttribute requires, bool changes) =>
        requires.Scope != TokenScopes.None ? requires.Scope : changes ? TokenScopes.Write : TokenScopes.Read;
}

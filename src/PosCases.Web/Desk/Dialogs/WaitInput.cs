using PosCases.Cases;

namespace PosCases.Web.Desk.Dialogs;

/// <summary>What is typed where a case, or many, shall wait.</summary>
public sealed class WaitInput
{
    /// <summary>A <see cref="Ball"/>.</summary>
    public string? For { get; set; }

    /// <summary>What is expected.</summary>
    public string? Reason { get; set; }

    /// <summary>When it wakes.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The command; what was not filled in is left for its own rules to name.</summary>
    public WaitCase.Command ToCommand(CaseId id, Guid version, Guid commandId) =>
        new(id, version, Enum.TryParse<Ball>(For, out var waitFor) ? waitFor : (Ball)(-1), Reason ?? "", Until ?? default) { CommandId = commandId };
}

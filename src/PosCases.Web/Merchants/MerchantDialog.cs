using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Web.Design;
using PosCases.Web.Messages;

namespace PosCases.Web.Merchants;

/// <summary>A dialog whose command may find identifiers odd: then it asks whether to keep them, and why.</summary>
public abstract class MerchantDialog : CommandDialog<MerchantText>
{
    /// <summary>Why odd identifiers are kept.</summary>
    protected string? Reason { get; set; }

    /// <summary>Whether a reason is asked for.</summary>
    protected bool AsksReason { get; private set; }

    /// <summary>Above the problems, when they are only odd.</summary>
    protected string? ProblemsTitle { get; private set; }

    /// <inheritdoc/>
    protected override IReadOnlyList<FieldProblem> Explain(Error error)
    {
        var odd = error as WarningsToConfirm;
        AsksReason |= odd is not null;
        ProblemsTitle = odd is null ? null : T["Warnings.Title"].Value;
        return odd is null ? base.Explain(error) : Refusals.Say(odd.Fields, T, Common);
    }
}

using FluentValidation;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Papers;

/// <summary>Who may know which merchants' papers: the desk all, a merchant's users their own, others none.</summary>
internal static class PaperAccess
{
    /// <summary>Narrows papers to those that the actor may know of.</summary>
    public static IQueryable<MerchantPaper> VisibleTo(this IQueryable<MerchantPaper> papers, Actor actor)
    {
        if (actor.IsDesk)
        {
            return papers;
        }

        return actor is { IsMerchant: true, Merchant: { } own }
            ? papers.Where(p => p.MerchantId == new MerchantId(own))
            : papers.Where(p => false);
    }

    /// <summary>Field rules of what one says of a paper.</summary>
    internal sealed class Validator : AbstractValidator<PaperForm>
    {
        public Validator()
        {
            RuleFor(f => f.Code).Must(MerchantPaper.Kinds.Contains).WithErrorCode("UnknownCode");
            RuleFor(f => f.IssuedOn).IsOrdinaryDate();
            RuleFor(f => f.ValidTo).IsOrdinaryDate();
            RuleFor(f => f.ValidTo).Must((form, end) => end is null || form.IssuedOn is null || end >= form.IssuedOn).WithErrorCode("EndBeforeStart");
        }
    }
}

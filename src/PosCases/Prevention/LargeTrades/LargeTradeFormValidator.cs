using FluentValidation;

namespace PosCases.Prevention.LargeTrades;

/// <summary>Field rules of what is written down of a large trade.</summary>
internal sealed class LargeTradeFormValidator : AbstractValidator<LargeTradeForm>
{
    public LargeTradeFormValidator()
    {
        RuleFor(f => f.Amount).GreaterThan(0).LessThanOrEqualTo(100_000_000m).WithErrorCode("Amount");
        RuleFor(f => f.Amount).PrecisionScale(18, 2, ignoreTrailingZeros: true).WithErrorCode("Amount");
        RuleFor(f => f.Goods).NotEmpty().MaximumLength(LargeTradeMapping.TextLength);
        RuleFor(f => f.Buyer).NotEmpty().MaximumLength(LargeTradeMapping.ShortLength);
        RuleFor(f => f.Checks).NotEmpty().WithErrorCode("ChooseOne");
        RuleForEach(f => f.Checks).IsInEnum();
        RuleFor(f => f.Purpose).NotEmpty().MaximumLength(LargeTradeMapping.TextLength);
        RuleFor(f => f.Delivery).IsInEnum();
        RuleFor(f => f.DeliveryNote).MaximumLength(LargeTradeMapping.TextLength);
        RuleFor(f => f.Staff).NotEmpty().MaximumLength(LargeTradeMapping.ShortLength);
        RuleFor(f => f.Note).MaximumLength(LargeTradeMapping.TextLength);
    }

    /// <summary>A sale lies in the past, and not years back.</summary>
    /// <returns>None when the moment is one that can be meant.</returns>
    public static Platform.Messages.Error? RefuseMoment(LargeTradeForm form, DateTimeOffset now) =>
        form.At > now.AddMinutes(10) || form.At < now.AddYears(-3) ? new Platform.Messages.Invalid("Form.At", "SaleMoment") : null;
}

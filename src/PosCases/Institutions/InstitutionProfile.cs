using FluentValidation;

namespace PosCases.Institutions;

/// <summary>What the directory says of an institution.</summary>
/// <param name="Name">Full official name, 128 characters at most.</param>
/// <param name="Kind">What it is.</param>
/// <param name="LicenceNo">Number of its payment licence.</param>
/// <param name="Region">Where it works, in words.</param>
/// <param name="Note">What a reader should know.</param>
/// <param name="UsualAnswer">How long it usually takes to answer.</param>
public sealed record InstitutionProfile(
    string Name, InstitutionKind Kind, string? LicenceNo = null, string? Region = null, string? Note = null, UsualAnswer? UsualAnswer = null)
{
    internal const int NameLength = 128;
    internal const int LicenceLength = 64;
    internal const int RegionLength = 64;
    internal const int NoteLength = 1000;

    internal sealed class Validator : AbstractValidator<InstitutionProfile>
    {
        public Validator()
        {
            RuleFor(p => p.Name).NotEmpty().MaximumLength(NameLength);
            RuleFor(p => p.Kind).IsInEnum();
            RuleFor(p => p.LicenceNo).MaximumLength(LicenceLength);
            RuleFor(p => p.Region).MaximumLength(RegionLength);
            RuleFor(p => p.Note).MaximumLength(NoteLength);
            RuleFor(p => p.UsualAnswer!).SetValidator(new UsualAnswer.Validator()).When(p => p.UsualAnswer is not null);
        }
    }
}

using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Institutions;

/// <summary>Enters an institution into the directory.</summary>
public static class CreateInstitution
{
    /// <param name="Profile">What the directory is to say of it.</param>
    [Requires(Permission.ManageInstitutions)]
    public sealed record Command(InstitutionProfile Profile) : Change<InstitutionId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Profile).NotNull().SetValidator(new InstitutionProfile.Validator());
    }

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result<InstitutionId>>
    {
        public Task<Result<InstitutionId>> Handle(Command command, CancellationToken ct)
        {
            var entered = Institution.Enter(command.Profile, clock.GetUtcNow());
            db.Institutions.Add(entered);
            return Task.FromResult<Result<InstitutionId>>(entered.Id);
        }
    }
}

using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Institutions;

/// <summary>Replaces what the directory says of an institution.</summary>
public static class ReviseInstitution
{
    /// <param name="Id">Which institution.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Profile">What the directory is to say of it.</param>
    [Requires(Permission.ManageInstitutions)]
    public sealed record Command(InstitutionId Id, Guid Version, InstitutionProfile Profile) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Profile).NotNull().SetValidator(new InstitutionProfile.Validator());
    }

    internal sealed class Handler(AppDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindInstitutionAsync(command.Id, command.Version, ct);
            if (found.Error is { } refusal)
            {
                return refusal;
            }

            found.Value.Revise(command.Profile);
            return Result.Ok;
        }
    }
}

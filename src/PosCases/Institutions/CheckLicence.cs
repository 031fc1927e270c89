using FluentValidation;
using MediatR;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Institutions;

/// <summary>Records that the licence of an institution was looked for.</summary>
public static class CheckLicence
{
    internal const int WhereLength = 200;

    /// <param name="Id">Which institution.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Seen">Whether the licence was seen.</param>
    /// <param name="Where">Where one looked.</param>
    /// <param name="On">When; not in the future.</param>
    [Requires(Permission.ManageInstitutions)]
    public sealed record Command(InstitutionId Id, Guid Version, bool Seen, string Where, DateOnly On) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(c => c.Where).NotEmpty().MaximumLength(WhereLength);
            RuleFor(c => c.On).Cascade(CascadeMode.Stop).NotEmpty().IsOrdinaryDate().LessThanOrEqualTo(_ => ShanghaiTime.DateOf(clock.GetUtcNow())).WithErrorCode("Channel.CheckedInFuture");
        }
    }

    internal sealed class Handler(AppDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindInstitutionAsync(command.Id, command.Version, ct);
            return found.Error is { } refusal ? refusal : found.Value.CheckLicence(command.Seen, command.Where, command.On);
        }
    }
}

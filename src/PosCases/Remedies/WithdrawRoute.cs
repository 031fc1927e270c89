using FluentValidation;
using MediatR;
using PosCases.Cases;
using PosCases.Cases.Routes;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Remedies;

/// <summary>Records that a filing was taken back.</summary>
public static class WithdrawRoute
{
    /// <summary>Records that a filing was taken back.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="FilingId">The filing.</param>
    /// <param name="Reason">Why.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid FilingId, string Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(RouteMapping.ReasonLength);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).WithFilings().ToChangeAsync(command.Id, command.Version, ct);
            return loaded.Succeeded
                ? loaded.Value.WithdrawRoute(command.FilingId, command.Reason.Trim(), actor, clock.GetUtcNow(), options)
                : loaded.Error;
        }
    }
}

using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Links;

/// <summary>Ends a link between two cases.</summary>
public static class EndLink
{
    /// <summary>Ends a link between two cases; that it was there stays on record.</summary>
    /// <param name="Id">The case that it was set on.</param>
    /// <param name="Link">The link.</param>
    /// <param name="Reason">Why.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Link, string Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(LinkMapping.ReasonLength);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Links).ToChangeAsync(command.Id, null, ct);
            return loaded.Succeeded ? loaded.Value.EndLink(command.Link, command.Reason.Trim(), actor, clock.GetUtcNow()) : loaded.Error;
        }
    }
}

using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Plan;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks;

/// <summary>Moves a running case to newer versions of its playbooks. Steps that were begun or ended stay as they are.</summary>
public static class MoveToNewerPlaybooks
{
    /// <summary>Moves a running case to the versions that the user saw in the preview.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Versions">Version by code of the playbook; at least one.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, IReadOnlyDictionary<string, int> Versions) : Change, IChangesPlan;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Versions).NotEmpty();
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Playbooks).ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var codes = command.Versions.Keys.ToList();
            var known = await db.Playbooks.Where(p => codes.Contains(p.Code)).Select(p => new { p.Code, p.Version }).ToListAsync(ct);
            return command.Versions.All(wanted => known.Exists(k => k.Code == wanted.Key && k.Version == wanted.Value))
                ? loaded.Value.MovePlaybooks(command.Versions, actor, clock.GetUtcNow())
                : new NotFound("Playbook");
        }
    }
}

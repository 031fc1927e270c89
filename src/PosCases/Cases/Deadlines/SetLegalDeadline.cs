using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Deadlines;

/// <summary>Sets a deadline of the law, of a rule or of a document on a case.</summary>
public static class SetLegalDeadline
{
    /// <summary>Sets a deadline of the law, of a rule or of a document on a case; answers with its id.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Form">The deadline.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, DeadlineForm Form) : Change<Guid>;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Form).NotNull().SetValidator(new DeadlineForm.Validator());
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result<Guid>>
    {
        public async Task<Result<Guid>> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Deadlines).ToChangeAsync(command.Id, command.Version, ct);
            return loaded.Succeeded ? loaded.Value.SetDeadline(command.Form, options.Calendar, actor, clock.GetUtcNow()) : loaded.Error;
        }
    }
}

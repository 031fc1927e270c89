using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>Begins a self-inspection, or goes on with the one that is begun.</summary>
public static class StartInspection
{
    /// <summary>Begins a self-inspection of one's merchant, or goes on with the one that is begun.</summary>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record Command : Change<InspectionId>;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<InspectionId>>
    {
        public async Task<Result<InspectionId>> Handle(Command command, CancellationToken ct)
        {
            if (await db.InspectionsFor(actor).Where(i => i.DoneAt == null).OrderByDescending(i => i.StartedAt).FirstOrDefaultAsync(ct) is { } begun)
            {
                return begun.Id;
            }

            if (await db.PlansFor(actor).Where(p => p.ClosedOn != null).OrderByDescending(p => p.ClosedOn).FirstOrDefaultAsync(ct) is not { } plan)
            {
                return new CareRefused(CareRefusal.NoAfterCare);
            }

            var made = Inspection.Start(plan, actor, clock.GetUtcNow());
            db.Add(made);
            return made.Id;
        }
    }
}

/// <summary>Keeps answers of a self-inspection as they are given.</summary>
public static class SaveInspection
{
    /// <summary>Keeps answers of a self-inspection; those to other questions stay.</summary>
    /// <param name="Id">The self-inspection.</param>
    /// <param name="Answers">Answers by the code of the question.</param>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record Command(InspectionId Id, IReadOnlyDictionary<string, InspectionAnswer> Answers) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleForEach(c => c.Answers).Must(a => a.Key.Length <= 10 && Enum.IsDefined(a.Value)).WithErrorCode("UnknownCode");
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct) =>
            await db.InspectionsFor(actor).SingleOrDefaultAsync(i => i.Id == command.Id, ct) is { } found
                ? found.Save(command.Answers, clock.GetUtcNow())
                : new NotFound(nameof(Inspection));
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Opens a shut account again.</summary>
public static class ReactivatePerson
{
    [Requires(Permission.ManagePeople)]
    public sealed record Command(PersonId Id) : Change;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.People.ManagedBy(actor).SingleOrDefaultAsync(p => p.Id == command.Id.Value, ct);
            if (found is null)
            {
                return new NotFound(nameof(Person));
            }

            found.Reactivate();
            return Result.Ok;
        }
    }
}

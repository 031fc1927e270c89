using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Takes the second factor from somebody who lost the telephone; the person signs in with the password and sets up a new one.</summary>
public static class ResetSecondFactor
{
    [Requires(Permission.ManagePeople)]
    public sealed record Command(PersonId Id) : Change;

    internal sealed class Handler(AppDb db, Actor actor, SecondFactor factor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (command.Id.Value == actor.Id)
            {
                return new NotOneself();
            }

            var found = await db.People.HelpedBy(actor).SingleOrDefaultAsync(p => p.Id == command.Id.Value, ct);
            if (found is null)
            {
                return new NotFound(nameof(Person));
            }

            await factor.DropAsync(found, ct);
            return Result.Ok;
        }
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Gives somebody another role on the same side: at the desk, or with the same merchant.</summary>
public static class ChangeRole
{
    [Requires(Permission.ManagePeople)]
    public sealed record Command(PersonId Id, Role Role) : Change;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.People.ManagedBy(actor).SingleOrDefaultAsync(p => p.Id == command.Id.Value, ct);
            if (found is null)
            {
                return new NotFound(nameof(Person));
            }

            if (!SameSide(found, command.Role))
            {
                return new Invalid(nameof(command.Role), "Required");
            }

            if (await db.People.MissIfGoneAsync(found, actor, ct) is { } refusal)
            {
                return refusal;
            }

            found.Become(command.Role);
            return Result.Ok;
        }

        private static bool SameSide(Person person, Role role) => person.IsStaff
            ? role is Role.Agent or Role.Supervisor or Role.Admin
            : role is Role.MerchantOwner or Role.MerchantStaff;
    }
}

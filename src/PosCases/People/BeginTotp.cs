using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Begins the second factor with a fresh key. It is asked for only once a code has confirmed it.</summary>
public static class BeginTotp
{
    [Requires(Permission.UseAccount)]
    public sealed record Command : Change;

    internal sealed class Handler(AppDb db, Actor actor, SecondFactor factor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var person = await db.People.Self(actor).SingleAsync(ct);
            if (person.TwoFactorEnabled)
            {
                return new SecondFactorNotPending();
            }

            await factor.BeginAsync(person, ct);
            return Result.Ok;
        }
    }
}

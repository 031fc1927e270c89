using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>The own account as its page shows it.</summary>
public static class ViewAccount
{
    [Requires(Permission.UseAccount)]
    public sealed record Query : IQuery<Answer>;

    /// <summary>The account.</summary>
    /// <param name="DisplayName">Name shown to others.</param>
    /// <param name="UserName">What one signs in with.</param>
    /// <param name="Role">What one is.</param>
    /// <param name="Culture">Remembered language.</param>
    /// <param name="Theme">Remembered look.</param>
    /// <param name="HasTotp">Whether the second factor is in use.</param>
    /// <param name="TotpIsCompulsory">Whether one may not do without.</param>
    /// <param name="RecoveryCodesLeft">How many recovery codes are unused.</param>
    public sealed record Answer(
        string DisplayName, string UserName, Role Role, string Culture, Theme Theme, bool HasTotp, bool TotpIsCompulsory, int RecoveryCodesLeft);

    internal sealed class Handler(AppDb db, Actor actor, SecondFactor factor, SecurityOptions security) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var person = await db.People.Self(actor).SingleAsync(ct);
            return new Answer(
                person.DisplayName,
                person.UserName!,
                person.Role,
                person.Culture,
                person.Theme,
                person.TwoFactorEnabled,
                person.IsStaff && security.RequireStaffTwoFactor,
                person.TwoFactorEnabled ? await factor.CountCodesAsync(person, ct) : 0);
        }
    }
}

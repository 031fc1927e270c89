using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Finds one account by its whole sign-in name, to help a merchant's user back in. Merchants' users cannot be browsed.</summary>
public static class FindPerson
{
    /// <param name="UserName">As the person says it: mail address or mobile number.</param>
    [Requires(Permission.ManageStaff)]
    public sealed record Query(string UserName) : IQuery<PeopleList.PersonRow>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<PeopleList.PersonRow>>
    {
        public async Task<Result<PeopleList.PersonRow>> Handle(Query query, CancellationToken ct)
        {
            var normal = SignInName.TryParse(query.UserName, out var name) ? name.Normal : "";
            var found = await db.People.HelpedBy(actor).Where(p => p.NormalizedUserName == normal).Select(PeopleList.RowOf(actor.Id)).SingleOrDefaultAsync(ct);
            return found is null ? new NotFound(nameof(Person)) : found;
        }
    }
}

using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>The own merchant's users, and the open invitations.</summary>
public static class ListMerchantUsers
{
    [Requires(Permission.ManageMerchantUsers)]
    public sealed record Query : IQuery<PeopleList>;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<PeopleList>>
    {
        public async Task<Result<PeopleList>> Handle(Query query, CancellationToken ct) =>
            await PeopleList.OfAsync(db, actor, clock.GetUtcNow(), ct);
    }
}

using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence;

/// <summary>Finds a paper in order to show a picture of it on which nothing can be read; whoever reads it opens it.</summary>
public static class PreviewEvidence
{
    /// <summary>Finds a paper of a case within one's scope. No opening: it leaves nothing in the audit trail.</summary>
    /// <param name="ItemId">The paper.</param>
    [Requires(Permission.ViewCases, Scope = TokenScopes.Evidence)]
    public sealed record Query(EvidenceItemId ItemId) : IQuery<OpenedEvidence>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<OpenedEvidence>>
    {
        public Task<Result<OpenedEvidence>> Handle(Query query, CancellationToken ct) => OpenEvidence.FindAsync(db, actor, query.ItemId, ct);
    }
}

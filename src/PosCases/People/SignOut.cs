using MediatR;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Signs out in one browser. The session lies in that browser's cookie, so nothing changes here; but that it happened is in the audit trail.</summary>
public static class SignOut
{
    [Requires(Permission.UseAccount)]
    public sealed record Command : Change;

    internal sealed class Handler : IRequestHandler<Command, Result>
    {
        public Task<Result> Handle(Command command, CancellationToken ct) => Task.FromResult(Result.Ok);
    }
}

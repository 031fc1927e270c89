using MediatR;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Platform.Tools;

/// <summary>Shows an administrator which programs of the operating system are there.</summary>
public static class ListTools
{
    /// <summary>Reads what was found at the start.</summary>
    [Requires(Permission.Operate)]
    public sealed record Query : IQuery<Answer>;

    /// <summary>What was found.</summary>
    /// <param name="Rows">Every tool the product knows.</param>
    /// <param name="Limits">Whether the system limits what they use.</param>
    /// <param name="CutsNetwork">Whether they are without a network.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, bool Limits, bool CutsNetwork);

    /// <summary>One tool.</summary>
    /// <param name="Tool">Which.</param>
    /// <param name="Path">Where it is; none when it is missing.</param>
    public sealed record Row(Tool Tool, string? Path);

    internal sealed class Handler(ExternalTools tools) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query query, CancellationToken ct) =>
            Task.FromResult<Result<Answer>>(new Answer([.. Enum.GetValues<Tool>().Select(t => new Row(t, tools.PathOf(t)))], tools.Limits, tools.CutsNetwork));
    }
}

using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Team;

/// <summary>Remembers which columns somebody's own list shows.</summary>
public static class ChooseColumns
{
    /// <summary>Remembers which columns one's list shows.</summary>
    /// <param name="Columns">Names of columns in their order; empty for the usual ones.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(IReadOnlyList<string> Columns) : Change;

    /// <summary>Reads them.</summary>
    [Requires(Permission.WorkCases)]
    public sealed record Query : IQuery<IReadOnlyList<string>>;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Columns.Count).LessThanOrEqualTo(TeamMember.MostColumns).WithErrorCode("TooMany");
            RuleForEach(c => c.Columns).NotEmpty().MaximumLength(20);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result>, IRequestHandler<Query, Result<IReadOnlyList<string>>>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            (await db.MemberAsync(actor.Id, ct)).Show(command.Columns);
            return Result.Ok;
        }

        public async Task<Result<IReadOnlyList<string>>> Handle(Query query, CancellationToken ct)
        {
            List<string> columns = [.. await db.Set<TeamMember>().AsNoTracking().Where(m => m.PersonId == actor.Id).Select(m => m.Columns).SingleOrDefaultAsync(ct) ?? []];
            return columns;
        }
    }
}

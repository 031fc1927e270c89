using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Team;

/// <summary>A supervisor says in what somebody is versed and how much he can carry.</summary>
public static class SettleMember
{
    /// <summary>A supervisor says in what somebody is versed and how much he can carry.</summary>
    /// <param name="PersonId">Who.</param>
    /// <param name="Skills">In what; empty means in everything.</param>
    /// <param name="MostOpen">With so many open cases that do not wait, no further one is handed out; 1 to 500.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(Guid PersonId, IReadOnlyList<Skill> Skills, int MostOpen) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.MostOpen).InclusiveBetween(1, 500);
            RuleForEach(c => c.Skills).IsInEnum();
        }
    }

    internal sealed class Handler(AppDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (!await db.People.WhoMayOwnCases().AnyAsync(p => p.Id == command.PersonId, ct))
            {
                return new NotFound("Person");
            }

            (await db.MemberAsync(command.PersonId, ct)).Settle(command.Skills, command.MostOpen);
            return Result.Ok;
        }
    }
}

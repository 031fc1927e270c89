using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Team.Cover;

/// <summary>Says when somebody is away and who works his cases meanwhile: each for himself, a supervisor for everybody.</summary>
public static class SetAbsence
{
    /// <summary>Says when somebody is away and who covers him.</summary>
    /// <param name="PersonId">Who is away.</param>
    /// <param name="From">First day; not before today.</param>
    /// <param name="To">Last day.</param>
    /// <param name="CoverId">Who works his cases.</param>
    /// <param name="Note">A word for the team.</param>
    /// <param name="DespiteSkills">Whether it was seen that the cover is not versed in everything.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(Guid PersonId, DateOnly From, DateOnly To, Guid CoverId, string? Note, bool DespiteSkills) : Change<Guid>;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.From).Cascade(CascadeMode.Stop).IsOrdinaryDate();
            RuleFor(c => c.To).Cascade(CascadeMode.Stop).IsOrdinaryDate().GreaterThanOrEqualTo(c => c.From).WithErrorCode("EndBeforeStart")
                .Must((c, to) => to.DayNumber - c.From.DayNumber < Absence.MostDays).WithErrorCode("AwayTooLong");
            RuleFor(c => c.CoverId).NotEqual(c => c.PersonId).WithErrorCode("CoverIsSelf");
            RuleFor(c => c.Note).MaximumLength(AbsenceMapping.NoteLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<Guid>>
    {
        public async Task<Result<Guid>> Handle(Command command, CancellationToken ct)
        {
            if (command.PersonId != actor.Id && !actor.May(Permission.ReviewCases))
            {
                return new NotPermitted();
            }

            var now = clock.GetUtcNow();
            if (command.From < ShanghaiTime.DateOf(now))
            {
                return new Invalid(nameof(Command.From), "Past");
            }

            var people = await db.People.WhoMayOwnCases().Where(p => p.Id == command.PersonId || p.Id == command.CoverId)
                .Select(p => new { p.Id, p.DisplayName }).ToDictionaryAsync(p => p.Id, p => p.DisplayName, ct);
            if (!people.TryGetValue(command.PersonId, out var name))
            {
                return new NotFound("Person");
            }

            if (!people.TryGetValue(command.CoverId, out var coverName))
            {
                return new Invalid(nameof(Command.CoverId), "NotFound.Person");
            }

            if (await RefuseAsync(command, name, coverName, ct) is { } refused)
            {
                return refused;
            }

            var set = Absence.Of((command.PersonId, name), (command.CoverId, coverName), command.From, command.To, Typed(command.Note), actor.Name, now);
            db.Add(set);
            return set.Id;
        }

        private async Task<Error?> RefuseAsync(Command command, string name, string coverName, CancellationToken ct)
        {
            var open = (await db.Absences.AsNoTracking().Where(a => a.State == AbsenceState.Planned || a.State == AbsenceState.Away).ToListAsync(ct))
                .FindAll(a => a.Meets(command.From, command.To));
            if (open.Exists(a => a.PersonId == command.PersonId))
            {
                return new AwayAlready(name);
            }

            if (open.Exists(a => a.PersonId == command.CoverId))
            {
                return new CoverIsAway(coverName);
            }

            if (open.Find(a => a.CoverId == command.PersonId) is { } covered)
            {
                return new CoversSomebody(name, covered.Name);
            }

            var members = await db.Set<TeamMember>().AsNoTracking().Where(m => m.PersonId == command.PersonId || m.PersonId == command.CoverId).ToDictionaryAsync(m => m.PersonId, ct);
            var lacking = Lacking(members.GetValueOrDefault(command.PersonId)?.Skills ?? [], members.GetValueOrDefault(command.CoverId)?.Skills ?? []);
            return lacking.Count > 0 && !command.DespiteSkills ? new CoverLacksSkills(coverName, lacking) : null;
        }

        private static string? Typed(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim();
    }

    /// <summary>In what somebody is versed and his cover is not; none named means versed in everything.</summary>
    internal static IReadOnlyList<Skill> Lacking(IReadOnlyList<Skill> own, IReadOnlyList<Skill> covers) =>
        covers.Count == 0 ? [] : [.. (own.Count == 0 ? Enum.GetValues<Skill>() : own).Except(covers).Order()];
}

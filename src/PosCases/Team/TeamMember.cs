using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases;
using PosCases.People;
using PosCases.Platform.Data;

namespace PosCases.Team;

/// <summary>What the desk knows of somebody who works cases: in what he is versed, how much he can carry, how he looks at his list.</summary>
public sealed class TeamMember
{
    /// <summary>Open cases that one person can carry where nothing else is said.</summary>
    public const int UsualLoad = 40;

    /// <summary>Most columns kept.</summary>
    public const int MostColumns = 20;

    private TeamMember()
    {
    }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>In what; empty means in everything.</summary>
    public IReadOnlyList<Skill> Skills { get; private set; } = [];

    /// <summary>With so many open cases that do not wait, no further one is handed out to him.</summary>
    public int MostOpen { get; private set; } = UsualLoad;

    /// <summary>The columns of his list, in their order; empty means the usual ones.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    internal static TeamMember Of(Guid person) => new() { PersonId = person };

    internal void Settle(IReadOnlyList<Skill> skills, int mostOpen) => (Skills, MostOpen) = ([.. skills.Distinct().Order()], mostOpen);

    internal void Show(IReadOnlyList<string> columns) => Columns = [.. columns];
}

internal static class TeamSets
{
    extension(AppDb db)
    {
        /// <summary>What is known of a person; the usual where nothing was said.</summary>
        public async Task<TeamMember> MemberAsync(Guid person, CancellationToken ct)
        {
            if (await db.Set<TeamMember>().SingleOrDefaultAsync(m => m.PersonId == person, ct) is { } known)
            {
                return known;
            }

            var member = TeamMember.Of(person);
            db.Add(member);
            return member;
        }
    }
}

internal sealed class TeamMapping : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("TeamMembers");
        builder.HasKey(m => m.PersonId);
        builder.Property(m => m.PersonId).ValueGeneratedNever();
        builder.Property(m => m.Skills).StoredAsJson();
        builder.Property(m => m.Columns).StoredAsJson();
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.People;

namespace PosCases.Cases.Guests;

internal sealed class GuestMapping : IEntityTypeConfiguration<CaseGuest>, IEntityTypeConfiguration<AdviceNote>
{
    public const int AdviceLength = 4000;
    private const int NameLength = 128;

    public void Configure(EntityTypeBuilder<CaseGuest> builder)
    {
        builder.ToTable("CaseGuests");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Name).HasMaxLength(PersonRules.NameLength);
        builder.Property(g => g.UserName).HasMaxLength(SignInName.MaxLength);
        builder.Property(g => g.InvitedByName).HasMaxLength(NameLength);
        builder.Property(g => g.RevokedByName).HasMaxLength(NameLength);
        builder.HasOne<Invitation>().WithMany().HasForeignKey(g => g.InvitationId);
        builder.HasIndex(g => g.CaseId);
        // No foreign key: the account is reserved before it exists.
        builder.HasIndex(g => new { g.PersonId, g.CaseId });
    }

    public void Configure(EntityTypeBuilder<AdviceNote> builder)
    {
        builder.ToTable("AdviceNotes");
        builder.HasKey(n => n.Seq);
        builder.Property(n => n.AuthorName).HasMaxLength(NameLength);
        builder.Property(n => n.Text).HasMaxLength(AdviceLength);
        builder.HasIndex(n => new { n.CaseId, n.Seq });
    }
}

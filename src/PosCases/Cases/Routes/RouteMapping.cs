using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases.Evidence;
using PosCases.Institutions;

namespace PosCases.Cases.Routes;

internal sealed class RouteMapping : IEntityTypeConfiguration<RouteFiling>
{
    public const int CodeLength = 40;
    public const int BodyLength = 128;
    public const int NumberLength = 80;
    public const int ReceiptLength = 500;
    public const int TextLength = 2000;
    public const int ReasonLength = 500;

    public void Configure(EntityTypeBuilder<RouteFiling> builder)
    {
        builder.ToTable("RouteFilings");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Route).HasMaxLength(CodeLength);
        builder.Property(f => f.Step).HasMaxLength(CodeLength);
        builder.Property(f => f.Body).HasMaxLength(BodyLength);
        builder.Property(f => f.Number).HasMaxLength(NumberLength);
        builder.Property(f => f.Receipt).HasMaxLength(ReceiptLength);
        builder.Property(f => f.AnswerText).HasMaxLength(TextLength);
        builder.Property(f => f.WithdrawnReason).HasMaxLength(ReasonLength);
        builder.Property(f => f.ByName).HasMaxLength(BodyLength);
        builder.Ignore(f => f.State);
        builder.Ignore(f => f.ClockFrom);
        builder.Ignore(f => f.ClockStart);
        builder.HasOne<Institution>().WithMany().HasForeignKey(f => f.InstitutionId);
        builder.HasOne<EvidenceItem>().WithMany().HasForeignKey(f => f.ReceiptItemId);
        builder.HasIndex(f => f.CaseId);
    }
}

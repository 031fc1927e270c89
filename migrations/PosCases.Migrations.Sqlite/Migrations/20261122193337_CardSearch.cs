using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CardSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ErasedAt",
                table: "TransactionImports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CardCheck",
                table: "EvidenceItems",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Waiting");

            migrationBuilder.AddColumn<int>(
                name: "CardNumbers",
                table: "EvidenceItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "HasCardSecrets",
                table: "EvidenceItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "ShowsCards",
                table: "CasePacks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_CardCheck_At",
                table: "EvidenceItems",
                columns: new[] { "CardCheck", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EvidenceItems_CardCheck_At",
                table: "EvidenceItems");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "TransactionImports");

            migrationBuilder.DropColumn(
                name: "CardCheck",
                table: "EvidenceItems");

            migrationBuilder.DropColumn(
                name: "CardNumbers",
                table: "EvidenceItems");

            migrationBuilder.DropColumn(
                name: "HasCardSecrets",
                table: "EvidenceItems");

            migrationBuilder.DropColumn(
                name: "ShowsCards",
                table: "CasePacks");
        }
    }
}

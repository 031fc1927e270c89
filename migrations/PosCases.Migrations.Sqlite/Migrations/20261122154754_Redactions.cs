using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Redactions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "DerivedFrom",
                table: "EvidenceItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EvidenceRedactions",
                columns: table => new
                {
                    CopyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OriginalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Marks = table.Column<string>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceRedactions", x => x.CopyId);
                    table.ForeignKey(
                        name: "FK_EvidenceRedactions_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EvidenceRedactions_EvidenceItems_CopyId",
                        column: x => x.CopyId,
                        principalTable: "EvidenceItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EvidenceRedactions_EvidenceItems_OriginalId",
                        column: x => x.OriginalId,
                        principalTable: "EvidenceItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceRedactions_CaseId",
                table: "EvidenceRedactions",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceRedactions_OriginalId",
                table: "EvidenceRedactions",
                column: "OriginalId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EvidenceRedactions");

            migrationBuilder.DropColumn(
                name: "DerivedFrom",
                table: "EvidenceItems");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Consistency : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Measure",
                table: "CaseFacts",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            // The facts that are there know no measure: they are made anew in the background.
            migrationBuilder.Sql("DELETE FROM FactProgress");

            migrationBuilder.CreateTable(
                name: "OddExplanations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenBackBy = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OddExplanations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OddExplanations_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_Measure_Institution_ClosedOn_Cause_Outcome",
                table: "CaseFacts",
                columns: new[] { "Measure", "Institution", "ClosedOn", "Cause", "Outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_ClosedOn_Cause_Measure_Institution_Outcome",
                table: "CaseFacts",
                columns: new[] { "ClosedOn", "Cause", "Measure", "Institution", "Outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_OddExplanations_CaseId",
                table: "OddExplanations",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_OddExplanations_TakenBackAt_ClosedOn",
                table: "OddExplanations",
                columns: new[] { "TakenBackAt", "ClosedOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OddExplanations");

            migrationBuilder.DropIndex(
                name: "IX_CaseFacts_Measure_Institution_ClosedOn_Cause_Outcome",
                table: "CaseFacts");

            migrationBuilder.DropIndex(
                name: "IX_CaseFacts_ClosedOn_Cause_Measure_Institution_Outcome",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "Measure",
                table: "CaseFacts");
        }
    }
}

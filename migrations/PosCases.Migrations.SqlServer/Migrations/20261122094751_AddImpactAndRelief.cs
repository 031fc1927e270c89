using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddImpactAndRelief : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "EndsInterim",
                table: "Proposals",
                type: "bit",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Abilities",
                table: "LedgerEntries",
                type: "nvarchar(max)",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<Guid>(
                name: "MeasureId",
                table: "LedgerEntries",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReliefId",
                table: "LedgerEntries",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "LedgerEntries",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PriorityOverride",
                table: "Cases",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PriorityOverrideAt",
                table: "Cases",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PriorityOverrideBy",
                table: "Cases",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PriorityOverrideReason",
                table: "Cases",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReliefDueAt",
                table: "Cases",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ImpactDrafts",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Seen = table.Column<int>(type: "int", nullable: false),
                    Form = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImpactDrafts", x => new { x.CaseId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_ImpactDrafts_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImpactStatements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Form = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Marks = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImpactStatements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImpactStatements_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterimWays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DailyLimit = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Cost = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Contact = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    EndedByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterimWays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterimWays_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReliefAsks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AlertedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    EndPlan = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReliefAsks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReliefAsks_CaseParties_PartyId",
                        column: x => x.PartyId,
                        principalTable: "CaseParties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReliefAsks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReliefSteps",
                columns: table => new
                {
                    ReliefId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Move = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Terms = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    SaidAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    EnteredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReliefSteps", x => new { x.ReliefId, x.Number });
                    table.ForeignKey(
                        name: "FK_ReliefSteps_ReliefAsks_ReliefId",
                        column: x => x.ReliefId,
                        principalTable: "ReliefAsks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImpactStatements_CaseId_Number",
                table: "ImpactStatements",
                columns: new[] { "CaseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterimWays_CaseId",
                table: "InterimWays",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ReliefAsks_CaseId",
                table: "ReliefAsks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ReliefAsks_PartyId",
                table: "ReliefAsks",
                column: "PartyId");

            migrationBuilder.CreateIndex(
                name: "IX_ReliefAsks_Status_EndsOn",
                table: "ReliefAsks",
                columns: new[] { "Status", "EndsOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ImpactDrafts");

            migrationBuilder.DropTable(
                name: "ImpactStatements");

            migrationBuilder.DropTable(
                name: "InterimWays");

            migrationBuilder.DropTable(
                name: "ReliefSteps");

            migrationBuilder.DropTable(
                name: "ReliefAsks");

            migrationBuilder.DropColumn(
                name: "EndsInterim",
                table: "Proposals");

            migrationBuilder.DropColumn(
                name: "Abilities",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "MeasureId",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "ReliefId",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "PriorityOverride",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "PriorityOverrideAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "PriorityOverrideBy",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "PriorityOverrideReason",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "ReliefDueAt",
                table: "Cases");
        }
    }
}

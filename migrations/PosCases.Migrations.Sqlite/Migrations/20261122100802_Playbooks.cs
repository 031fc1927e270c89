using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Playbooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsPlanned",
                table: "EvidenceRequirements",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "CaseSteps",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "BegunAt",
                table: "CaseSteps",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Deadline",
                table: "CaseSteps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Decision",
                table: "CaseSteps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Origins",
                table: "CaseSteps",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "Papers",
                table: "CaseSteps",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<long>(
                name: "PlannedAt",
                table: "CaseSteps",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CasePlaybooks",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    PinnedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CasePlaybooks", x => new { x.CaseId, x.Code });
                    table.ForeignKey(
                        name: "FK_CasePlaybooks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CasePlaybooks_Code_Version",
                table: "CasePlaybooks",
                columns: new[] { "Code", "Version" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CasePlaybooks");

            migrationBuilder.DropColumn(
                name: "IsPlanned",
                table: "EvidenceRequirements");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "CaseSteps");

            migrationBuilder.DropColumn(
                name: "BegunAt",
                table: "CaseSteps");

            migrationBuilder.DropColumn(
                name: "Deadline",
                table: "CaseSteps");

            migrationBuilder.DropColumn(
                name: "Decision",
                table: "CaseSteps");

            migrationBuilder.DropColumn(
                name: "Origins",
                table: "CaseSteps");

            migrationBuilder.DropColumn(
                name: "Papers",
                table: "CaseSteps");

            migrationBuilder.DropColumn(
                name: "PlannedAt",
                table: "CaseSteps");
        }
    }
}

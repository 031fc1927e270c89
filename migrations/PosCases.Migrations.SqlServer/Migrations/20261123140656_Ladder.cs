using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Ladder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_EscalatedAt_Serial",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OwnerId_Status_WorkOrder_Serial",
                table: "Cases");

            migrationBuilder.AddColumn<int>(
                name: "Level",
                table: "ClockMarks",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "EscalationLevel",
                table: "Cases",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "EscalationLadder",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ladder = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EscalationLadder", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OwnerId_Status_WorkOrder_Serial_IsRestricted",
                table: "Cases",
                columns: new[] { "OwnerId", "Status", "WorkOrder", "Serial", "IsRestricted" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_EscalationLevel_Serial",
                table: "Cases",
                columns: new[] { "EscalationLevel", "Serial" },
                filter: "EscalationLevel > 0");

            // What went to the supervisors before there was a ladder stands on the level of the usual one that calls them.
            migrationBuilder.Sql("UPDATE Cases SET EscalationLevel = 2 WHERE EscalatedAt IS NOT NULL;");
            migrationBuilder.Sql("UPDATE ClockMarks SET Level = 2 WHERE EscalatedAt IS NOT NULL;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EscalationLadder");

            migrationBuilder.DropIndex(
                name: "IX_Cases_EscalationLevel_Serial",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OwnerId_Status_WorkOrder_Serial_IsRestricted",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "ClockMarks");

            migrationBuilder.DropColumn(
                name: "EscalationLevel",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_EscalatedAt_Serial",
                table: "Cases",
                columns: new[] { "EscalatedAt", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OwnerId_Status_WorkOrder_Serial",
                table: "Cases",
                columns: new[] { "OwnerId", "Status", "WorkOrder", "Serial" });
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_Amount_Serial",
                table: "Cases");

            migrationBuilder.AddColumn<decimal>(
                name: "AmountOrder",
                table: "Cases",
                type: "decimal(18,2)",
                precision: 18,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<long>(
                name: "WorkOrder",
                table: "Cases",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            // As Case computes them from now on.
            migrationBuilder.Sql(
                """
                EXEC (N'UPDATE [Cases]
                SET [AmountOrder] = COALESCE([Amount], 0),
                    [WorkOrder] = CASE [Priority] WHEN ''Urgent'' THEN 0 WHEN ''High'' THEN 1 ELSE 2 END * CAST(10000000000 AS bigint)
                        + DATEDIFF_BIG(minute, CAST(''0001-01-01T00:00:00+00:00'' AS datetimeoffset), [DueAt]);');
                """);

            migrationBuilder.CreateTable(
                name: "CaseTags",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    IsOn = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseTags", x => new { x.CaseId, x.Text });
                    table.ForeignKey(
                        name: "FK_CaseTags_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Address = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    IsShared = table.Column<bool>(type: "bit", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedViews_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TeamMembers",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Skills = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    MostOpen = table.Column<int>(type: "int", nullable: false),
                    Columns = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMembers", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_TeamMembers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_AmountOrder_Serial",
                table: "Cases",
                columns: new[] { "AmountOrder", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OwnerId_Status_WorkOrder_Serial",
                table: "Cases",
                columns: new[] { "OwnerId", "Status", "WorkOrder", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Status_WorkOrder_Serial_IsRestricted",
                table: "Cases",
                columns: new[] { "Status", "WorkOrder", "Serial", "IsRestricted" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_WorkOrder_Serial_IsRestricted",
                table: "Cases",
                columns: new[] { "WorkOrder", "Serial", "IsRestricted" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseTags_Text_IsOn_CaseId",
                table: "CaseTags",
                columns: new[] { "Text", "IsOn", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_IsShared",
                table: "SavedViews",
                column: "IsShared");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_OwnerId_Name",
                table: "SavedViews",
                columns: new[] { "OwnerId", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseTags");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "TeamMembers");

            migrationBuilder.DropIndex(
                name: "IX_Cases_AmountOrder_Serial",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OwnerId_Status_WorkOrder_Serial",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Status_WorkOrder_Serial_IsRestricted",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_WorkOrder_Serial_IsRestricted",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "AmountOrder",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "WorkOrder",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Amount_Serial",
                table: "Cases",
                columns: new[] { "Amount", "Serial" });
        }
    }
}

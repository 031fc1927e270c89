using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CaseMeasures_InstitutionId",
                table: "CaseMeasures");

            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsInternal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchProgress",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Serial = table.Column<long>(type: "INTEGER", nullable: false),
                    IsDone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchProgress", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchTodos",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTodos", x => x.Seq);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseMeasures_InstitutionId_RecordedAt_CaseId",
                table: "CaseMeasures",
                columns: new[] { "InstitutionId", "RecordedAt", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_CaseId",
                table: "SearchEntries",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_MerchantId_Kind",
                table: "SearchEntries",
                columns: new[] { "MerchantId", "Kind" });

            // Keeps no text of its own: the rows of SearchEntries have it.
            migrationBuilder.Sql("""CREATE VIRTUAL TABLE "SearchIndex" USING fts5("Text", tokenize = 'trigram', content = '', contentless_delete = 1)""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TABLE "SearchIndex" """);

            migrationBuilder.DropTable(
                name: "SearchEntries");

            migrationBuilder.DropTable(
                name: "SearchProgress");

            migrationBuilder.DropTable(
                name: "SearchTodos");

            migrationBuilder.DropIndex(
                name: "IX_CaseMeasures_InstitutionId_RecordedAt_CaseId",
                table: "CaseMeasures");

            migrationBuilder.CreateIndex(
                name: "IX_CaseMeasures_InstitutionId",
                table: "CaseMeasures",
                column: "InstitutionId");
        }
    }
}

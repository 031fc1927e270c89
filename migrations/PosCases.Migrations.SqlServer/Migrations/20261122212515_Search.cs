using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.SqlServer.Migrations
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsInternal = table.Column<bool>(type: "bit", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchProgress",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Serial = table.Column<long>(type: "bigint", nullable: false),
                    IsDone = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchProgress", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchTodos",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
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

            // Full-text search is a part of SQL Server that may be left out; without it the product compares texts and says so.
            // 2052 is simplified Chinese, whose word breaker takes English words as they are. No catalogue is made within a transaction.
            migrationBuilder.Sql(
                """
                IF FULLTEXTSERVICEPROPERTY('IsFullTextInstalled') = 1
                BEGIN
                    EXEC (N'CREATE FULLTEXT CATALOG [PosCasesSearch]');
                    EXEC (N'CREATE FULLTEXT INDEX ON [SearchEntries] ([Text] LANGUAGE 2052) KEY INDEX [PK_SearchEntries] ON [PosCasesSearch] WITH (CHANGE_TRACKING = AUTO, STOPLIST = OFF)');
                END
                """,
                suppressTransaction: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.Sql(
                """
                IF EXISTS (SELECT 1 FROM sys.fulltext_catalogs WHERE name = N'PosCasesSearch')
                    EXEC (N'DROP FULLTEXT CATALOG [PosCasesSearch]');
                """,
                suppressTransaction: true);
        }
    }
}

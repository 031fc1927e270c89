using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MeasuresByCaseAndInstitution : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CaseMeasures_CaseId",
                table: "CaseMeasures");

            migrationBuilder.CreateIndex(
                name: "IX_CaseMeasures_CaseId_InstitutionId",
                table: "CaseMeasures",
                columns: new[] { "CaseId", "InstitutionId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CaseMeasures_CaseId_InstitutionId",
                table: "CaseMeasures");

            migrationBuilder.CreateIndex(
                name: "IX_CaseMeasures_CaseId",
                table: "CaseMeasures",
                column: "CaseId");
        }
    }
}
